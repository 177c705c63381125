import { beforeAll, describe, expect, it } from "vitest";
import { mount, type MountedApp } from "tandem/testing";
import admin from "../../../examples/apps/admin/app.tsx";
import { accountOf, logIn, logOut, may, type Account } from "../../../examples/apps/admin/accounts.ts";
import { all, one, run } from "../../../examples/apps/admin/database.ts";
import { hashed, matches } from "../../../examples/apps/admin/passwords.ts";
import {
  deleteProducts,
  findProduct,
  products,
  saveCells,
  saveProduct,
  totals,
} from "../../../examples/apps/admin/products.ts";
import type { Entry } from "../../../examples/apps/admin/journal.ts";

const ADA: Account = { id: "ada", name: "Ada Lovelace", role: "admin" };
const GRACE: Account = { id: "grace", name: "Grace Hopper", role: "editor" };
const ALAN: Account = { id: "alan", name: "Alan Turing", role: "viewer" };

const open = (user: Account, url = "/"): Promise<MountedApp> => mount(admin, { user, url });
const latest = () => one<Entry>("select * from journal order by id desc limit 1");

/** What somebody would do in their session, whatever their page offers. */
async function as(user: Account, work: () => void): Promise<string | undefined> {
  await using app = await open(user);
  try {
    app.session.run(work);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

beforeAll(() => void totals());

describe("the admin's sign-in", () => {
  it("E310: lets in who has the password, tells nobody more, and has others wait", async () => {
    const kept = hashed("secret");
    expect(kept).not.toContain("secret");
    expect([await matches("secret", kept), await matches("Secret", kept), await matches("", undefined)]).toEqual([
      true,
      false,
      false,
    ]);
    const secret = await logIn("grace", "compiler");
    expect(accountOf(secret)).toEqual(GRACE);
    expect(all("select * from logins where token = ?", [secret])).toEqual([]);
    expect([accountOf("other").name, accountOf(undefined).name]).toEqual(["Guest", "Guest"]);
    logOut("grace");
    expect(accountOf(secret).name).toBe("Guest");
    const wrong = "That is not the right name and password.";
    await expect(logIn("nobody", "compiler")).rejects.toThrow(wrong);
    for (let time = 0; time < 5; time++) await expect(logIn("grace", "x")).rejects.toThrow(wrong);
    await expect(logIn("grace", "compiler")).rejects.toThrow("Too many wrong passwords.");
  });

  it("E310: is all that a guest sees, and says what is wrong", async () => {
    await using app = await open({ id: "(guest)", name: "Guest", role: "viewer" }, "/people");
    expect(app.screen.queryByRole("link", { name: "People" })).toBeNull();
    await app.user.type(app.screen.getByLabelText("Name"), "ada");
    await app.user.type(app.screen.getByLabelText("Password"), "wrong");
    await app.user.click(app.screen.getByRole("button", { name: "Sign in" }));
    // A password takes its time, more so on a busy machine.
    await app.screen.findByText("That is not the right name and password.", {}, { timeout: 60_000 });
  });
});

describe("what roles may do", () => {
  it("E311: people see what theirs allows, at any address", async () => {
    await using ada = await open(ADA, "/people");
    expect(ada.screen.getByRole("table", { name: "People" })).toBeTruthy();
    await using alan = await open(ALAN, "/people");
    expect(alan.screen.getByText("Your role does not allow that.")).toBeTruthy();
    expect(alan.screen.queryByRole("link", { name: "Journal" })).toBeNull();
    await using products = await open(ALAN);
    expect(products.screen.queryByRole("button", { name: "New product" })).toBeNull();
    await using grace = await open(GRACE);
    expect(grace.screen.getByRole("button", { name: "New product" })).toBeTruthy();
  });

  it("E311: what changes something asks again, whatever a page claims, and by the role of now", async () => {
    const product = findProduct(1)!;
    const before = totals();
    const refused = "Your role does not allow that.";
    expect(await as(ALAN, () => saveProduct({ ...product, sku: "ZZ-9999" }))).toBe(refused);
    expect(await as(ALAN, () => saveCells([]))).toBe(refused);
    expect(await as(ALAN, () => deleteProducts([1]))).toBe(refused);
    expect(totals()).toEqual(before);
    run("update people set role = 'viewer' where id = ?", ["grace"]);
    expect([may(GRACE, "edit"), await as(GRACE, () => deleteProducts([1]))]).toEqual([false, refused]);
    run("update people set role = 'editor' where id = ?", ["grace"]);
    expect(may(GRACE, "edit")).toBe(true);
  });

  it("E311: an admin gives roles, but not to themselves, and it is written down", async () => {
    await using app = await open(ADA, "/people");
    expect(app.screen.queryByLabelText("Role, Ada Lovelace")).toBeNull();
    await app.user.selectOptions(app.screen.getByLabelText("Role, Alan Turing"), "editor");
    await app.settle();
    expect(may(ALAN, "edit")).toBe(true);
    expect(latest()).toMatchObject({ who: "Ada Lovelace", what: "Alan Turing: role is editor" });
    run("update people set role = 'viewer' where id = ?", ["alan"]);
  });
});

describe("products", () => {
  const signal = new AbortController().signal;
  const wanted = { sort: [], matches: () => true, compare: undefined, id: "", restsOn: undefined, signal };

  it("E312: are sorted and filtered by the database, with nothing of a filter as SQL", async () => {
    const query = (more: object) => products.rows({ ...wanted, filter: {}, from: 0, to: 3, ...more });
    const dear = await query({ sort: [{ column: "price", descending: true }] });
    expect(dear[0]!.price).toBeGreaterThanOrEqual(dear[1]!.price);
    const lights = { category: { in: ["Lights"] }, price: [50, 100], name: "LIGHT", active: true } as const;
    for (const { category, price, name, active } of await query({ filter: lights })) {
      expect([category, price >= 50 && price <= 100, /light/.test(name), active]).toEqual(["Lights", true, true, true]);
    }
    expect(await products.count({ ...wanted, filter: { name: "'; drop table products; --" } })).toBe(0);
    expect(await query({ sort: [{ column: "id; drop table products" }] })).toHaveLength(3);
  });

  it("E312: are saved cell by cell, all or none, and written down", async () => {
    const [one, two] = [findProduct(1)!, findProduct(2)!];
    const cell = (row: typeof one, column: string, value: unknown) =>
      ({ row, key: row.id, column, value, previous: row[column as "sku"], client: { id: 1 } }) as never;
    expect(await as(GRACE, () => saveCells([cell(one, "price", 5), cell(two, "sku", one.sku)]))).toContain("already");
    expect([findProduct(1), findProduct(2)]).toEqual([one, two]);
    expect(await as(GRACE, () => saveCells([cell(one, "stock", 7), cell(two, "active", !two.active)]))).toBeUndefined();
    expect([findProduct(1)!.stock, findProduct(2)!.active]).toEqual([7, !two.active]);
    expect(latest()).toMatchObject({ who: "Grace Hopper", action: "changed" });
  });

  it("E312: are added by the form, which says what is not right", async () => {
    await using app = await open(GRACE);
    await app.user.click(app.screen.getByRole("button", { name: "New product" }));
    const field = (label: string) => app.within(app.screen.getByRole("dialog")).getByLabelText(label);
    const save = () => app.user.click(app.screen.getByRole("button", { name: "Save" }));
    await app.user.type(field("Number"), "br1");
    await app.user.type(field("Name"), "Bell");
    await save();
    await app.screen.findByText("Two letters, a dash and four digits, as in BR-1001.");
    await app.user.clear(field("Number"));
    await app.user.type(field("Number"), findProduct(1)!.sku);
    await save();
    await app.screen.findByText("Another product has this number.");
    await app.user.clear(field("Number"));
    await app.user.type(field("Number"), "BE-0001");
    await save();
    await app.screen.findByText("Bell is saved.");
    expect(one("select name, stock from products where sku = 'BE-0001'")).toEqual({ name: "Bell", stock: 0 });
    expect(latest()).toMatchObject({ who: "Grace Hopper", action: "added", what: "BE-0001 Bell" });
  });

  it("E312: are deleted with a line for each", async () => {
    const [last] = all<{ id: number; sku: string }>("select id, sku from products order by id desc limit 1");
    expect(await as(GRACE, () => deleteProducts([last!.id, 99_999]))).toBeUndefined();
    expect(findProduct(last!.id)).toBeUndefined();
    expect(latest()).toMatchObject({ action: "deleted", what: expect.stringContaining(last!.sku) });
  });
});
