import type { Database } from "node-sqlite3-wasm";
import { hashed } from "./passwords.ts";

/** One of each role, to try it with; the sign-in says so. */
export const TRY_OUT = [
  { id: "ada", name: "Ada Lovelace", role: "admin", password: "engine" },
  { id: "grace", name: "Grace Hopper", role: "editor", password: "compiler" },
  { id: "alan", name: "Alan Turing", role: "viewer", password: "machine" },
] as const;

export const CATEGORIES = ["Brakes", "Lights", "Saddles", "Tyres", "Wheels"];

const KINDS: Readonly<Record<string, readonly string[]>> = {
  Brakes: [
    "Brake pads",
    "Rim brake",
    "Disc brake",
    "Brake cable",
    "Brake lever",
  ],
  Lights: [
    "Front light",
    "Rear light",
    "Dynamo light",
    "Helmet light",
    "Reflector",
  ],
  Saddles: [
    "Leather saddle",
    "Gel saddle",
    "Racing saddle",
    "Touring saddle",
    "Saddle cover",
  ],
  Tyres: [
    "Road tyre",
    "Gravel tyre",
    "Winter tyre",
    "Inner tube",
    "Tubeless kit",
  ],
  Wheels: ["Front wheel", "Rear wheel", "Disc wheel", "Spoke set", "Hub"],
};
const MAKES = [
  "Alba",
  "Boreal",
  "Corsa",
  "Delta",
  "Ember",
  "Fjord",
  "Gale",
  "Hart",
];

/** Something to look at: the same at each first start. */
export function seed(file: Database): void {
  file.exec("begin");
  for (const { id, name, role, password } of TRY_OUT) {
    file.run("insert into people values (?, ?, ?, ?)", [
      id,
      name,
      role,
      hashed(password),
    ]);
  }
  let at = 0;
  for (const category of CATEGORIES) {
    for (const kind of KINDS[category]!) {
      for (const make of MAKES) {
        at++;
        file.run("insert into products values (?, ?, ?, ?, ?, ?, ?, ?)", [
          at,
          `${category.slice(0, 2).toUpperCase()}-${String(1000 + at)}`,
          `${make} ${kind.toLowerCase()}`,
          category,
          Math.round(((at * 37) % 190) * 100 + 490) / 100,
          (at * 13) % 64,
          at % 9 === 0 ? 0 : 1,
          `2026-${String((at % 10) + 1).padStart(2, "0")}-${String((at % 27) + 1).padStart(2, "0")}`,
        ]);
      }
    }
  }
  file.exec("commit");
}
