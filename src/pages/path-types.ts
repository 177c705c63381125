/** The names of a pattern's parameters that a URL must give: `:id`, and `*rest` at the end. */
export type RequiredNames<Path extends string> = Path extends `${infer Segment}/${infer Rest}`
  ? RequiredName<Segment> | RequiredNames<Rest>
  : RequiredName<Path>;

/** The names of those that it may leave out: `:tab?`, `*rest?`. */
export type OptionalNames<Path extends string> = Path extends `${infer Segment}/${infer Rest}`
  ? OptionalName<Segment> | OptionalNames<Rest>
  : OptionalName<Path>;

type RequiredName<Segment extends string> = Segment extends `${":" | "*"}${string}?`
  ? never
  : Segment extends `${":" | "*"}${infer Name}`
    ? Name
    : never;

type OptionalName<Segment extends string> = Segment extends `${":" | "*"}${infer Name}?` ? Name : never;
