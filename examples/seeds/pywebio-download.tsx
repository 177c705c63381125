import { DownloadButton, session, signal } from "tandem";

export default function Download() {
  const rows = signal(3);

  const table = () =>
    ["number,square"]
      .concat(Array.from({ length: rows.value }, (_, n) => `${n},${n * n}`))
      .join("\n");

  return (
    <div class="stack narrow">
      <button
        onClick={() => session.saveFile("hello world!", "hello-world.txt")}
      >
        Click to download
      </button>
      <div class="line">
        <label>
          Rows <input type="number" min="1" max="100000" bind={rows} />
        </label>
        <DownloadButton
          fileName={() => `squares-${rows.value}.csv`}
          content={table}
          disabled={() => !(rows.value >= 1)}
        >
          Download the table
        </DownloadButton>
      </div>
    </div>
  );
}
