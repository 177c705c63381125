import { session, signal } from "tandem";

export default function DynamicRoute() {
  const clicks = signal(0);
  const path = session.dynamicRoute("my_handler", () =>
    Response.json({ n_clicks: clicks.value }),
  );

  const serve = () => {
    clicks.value++;
    session.runJs(
      `fetch(path)
         .then((response) => response.json())
         .then(({ n_clicks }) => {
           document.getElementById("messages").textContent = "Clicked " + n_clicks + " times";
         })`,
      { path },
    );
  };

  return (
    <div class="stack narrow">
      <button onClick={serve}>Click to serve</button>
      <p id="messages" role="status" />
      <p>
        Serving at <a href={path}>the route of this session</a>, for whoever is
        told its address.
      </p>
    </div>
  );
}
