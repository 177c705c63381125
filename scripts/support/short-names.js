// @ts-check
/**
 * Properties of the page's runtime that its build shortens. None of them is a name of the DOM, of the wire, of the
 * page's configuration or of `window.Tandem`, or crosses from one script to the other.
 */
export const shortenedNames = [
  "acknowledged",
  "attempt",
  "bindStretch",
  "builder",
  "changed",
  "debounce",
  "declaration",
  "declarations",
  "deliver",
  "instantiate",
  "isComposingIn",
  "isTouched",
  "openConnection",
  "rawHtml",
  "replay",
  "retryAt",
  "selfOnly",
  "sighting",
  "throttle",
  "touched",
  "typed",
  "waits",
];
