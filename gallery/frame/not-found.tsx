import type { Place } from "../place.ts";

export function NotFound({ place }: { place: Place }) {
  return (
    <section class="plate">
      <h1>No such page</h1>
      <p>
        There is no example at <code>/{place.path}</code>. <a href={() => place.linkTo("")}>See all of them</a>.
      </p>
    </section>
  );
}
