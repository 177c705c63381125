import { effect, UploadArea, untracked, uploadList } from "tandem";
import { Alert, Stack } from "tandem/ui";
import type { FileOpener, Opening } from "../opening.ts";
import { SAMPLES, sampleSource } from "../samples.ts";

const LARGEST = 200 * 1024 * 1024;

interface WelcomeProps {
  opener: FileOpener;
  failed: (Opening & { state: "failed" }) | undefined;
}

/** A place for a file, and some for those who have none. */
export function Welcome({ opener, failed }: WelcomeProps) {
  const files = uploadList({
    types: ["csv", "tsv", "txt", "json", "ndjson", "jsonl"],
    maxSize: LARGEST,
    maxCount: 1,
  });
  effect(() => {
    const [file] = files.files;
    if (file === undefined) return;
    // All that is needed is in memory afterwards.
    untracked(() => void opener.open(file).finally(() => file.discard()));
  });
  return (
    <main class="welcome">
      <Stack gap="l">
        <h1>Explorer</h1>
        <p class="lead">
          Look into any CSV or JSON file: filter, sort, group and chart it, and
          take away what you found.
        </p>
        {failed && (
          <Alert kind="error" title={`${failed.name} could not be opened`}>
            {failed.reason}
          </Alert>
        )}
        <UploadArea
          files={files}
          label="Choose a file"
          hint="Or drop it here: CSV, TSV, JSON or JSON Lines, up to 200 MB. It stays on this server, and only as long as this page."
        />
        <h2>Or begin with one of these</h2>
        <ul class="samples">
          {SAMPLES.map((sample) => (
            <li>
              <button
                type="button"
                onClick={async () => opener.open(await sampleSource(sample))}
              >
                <strong>{sample.title}</strong>
                <span>{sample.text}</span>
              </button>
            </li>
          ))}
        </ul>
      </Stack>
    </main>
  );
}
