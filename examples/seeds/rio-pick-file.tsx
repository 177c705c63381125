import {
  NoFileSelectedError,
  session,
  Show,
  signal,
  UploadArea,
  uploadList,
} from "tandem";

const START = 300;

export default function PickFile() {
  const facts = signal("No file yet.");
  const start = signal("");
  const more = uploadList({ maxCount: 5, maxSize: 50_000_000 });

  const pick = async () => {
    try {
      const file = await session.pickFile({
        types: ["txt", ".MD", "*.csv", "text/plain"],
        maxSize: 1_000_000,
      });
      facts.value = `${file.name}, ${file.sizeInBytes} bytes, ${file.mediaType}`;
      start.value = (await file.text()).slice(0, START);
    } catch (error) {
      if (!(error instanceof NoFileSelectedError)) throw error;
      facts.value = "You chose no file.";
    }
  };

  return (
    <div class="stack">
      <div class="line">
        <button onClick={pick}>Pick a text file</button>
        <span role="status">{facts}</span>
      </div>
      <Show when={start}>
        <pre
          class="scroll"
          role="region"
          aria-label="How it starts"
          tabindex={0}
        >
          {start}
        </pre>
      </Show>
      <UploadArea files={more} label="Choose other files" />
    </div>
  );
}
