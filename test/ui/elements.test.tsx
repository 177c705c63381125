import { expect, it } from "vitest";
import { signal } from "tandem";
import { Carousel, Comparison, QrCode } from "tandem/ui";
import { TestSession } from "../support/test-session.ts";

it("W50: a QR code is black on white, and follows its value", () => {
  const value = signal("https://example.com/1");
  const test = new TestSession(() => <QrCode value={value} label="Example" size={200} />);
  expect(test.html).toMatch(/<wa-qr-code [^>]*value="https:\/\/example.com\/1" label="Example" size="200"/);
  expect(test.html).toMatch(/fill="#000" background="#fff"/);
  test.session.run(() => (value.value = "https://example.com/2"));
  expect(test.html).toContain('value="https://example.com/2"');
});

it("W51: a carousel is a named section of slides", () => {
  const slides = signal(["One", "Two"]);
  const test = new TestSession(() => <Carousel label="The trip" slides={slides} />);
  expect(test.html).toContain('<section aria-label="The trip"');
  expect(test.html).not.toContain("autoplay");
  test.session.run(() => slides.update((all) => [...all, "Three"]));
  expect(test.html.match(/<wa-carousel-item/g)).toHaveLength(3);
});

it("W52: a comparison has both pictures with their texts", () => {
  const { html } = new TestSession(() => (
    <Comparison before={{ src: "/a.png", alt: "Grey" }} after={{ src: "/b.png", alt: "Green" }} />
  ));
  expect(html).toMatch(/<img slot="before" src="\/a.png" alt="Grey">/);
  expect(html).toMatch(/<img slot="after" src="\/b.png" alt="Green">/);
});
