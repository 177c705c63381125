import { readFileSync } from "node:fs";
import { app, session, signal, type Signal } from "tandem";
import { ask, clear, conversation, show, withLoading } from "tandem/flow";
import { Alert, Button, Icon, Stepper } from "tandem/ui";
import { sendClaim } from "./policies.ts";
import { makeQuestions, type Questions } from "./questions.ts";
import { Summary, summaryText } from "./summary.tsx";

const STEPS = ["Policy", "Incident", "Details", "Review"];

/** A claim to an insurer of bicycles: what is asked depends on what was answered, and nothing is sent unseen. */
const claim = conversation(async () => {
  session.setEnv({ inputPanelFixed: false });
  const step = signal(0);
  const cancelling = new AbortController();
  show(<Head step={step} cancel={() => confirmCancel(cancelling)} />);

  const today = new Date(session.clock.now()).toISOString().slice(0, 10);
  const asked = makeQuestions(today);
  try {
    const number = await askAll(asked, step, cancelling.signal);
    clear("root");
    show(<Sent number={number} asked={asked} />);
    await offerCopy(asked, number);
  } catch (error) {
    if (error !== cancelling.signal.reason) throw error;
    clear("root");
    show(
      <Alert title="This claim was cancelled">
        Nothing was sent, and nothing was kept.
      </Alert>,
    );
  }
});

/** Step by step, forth and back, until all of it was seen and sent. Resolves with the claim's number. */
async function askAll(
  asked: Questions,
  step: Signal<number>,
  signal: AbortSignal,
): Promise<string> {
  const back = { cancelable: true, cancelText: "Back", signal } as const;
  for (;;) {
    const goesOn = await [
      () => ask.form("Your policy", asked.policy, { signal }),
      () => ask.form("The incident", asked.incident, back),
      () => ask.form("The details", asked[asked.incident.kind.value!], back),
    ][step.value]?.();
    if (goesOn !== undefined) {
      step.value += goesOn === null ? -1 : 1;
      continue;
    }
    const next = await review(asked, signal);
    if (next === "send") return withLoading(sendClaim, { label: "Sending…" });
    step.value = next;
  }
}

/** Shows all of it, and asks whether to send it, or which step to change. */
const review = (asked: Questions, signal: AbortSignal) =>
  ask.custom<"send" | number>(
    ({ answer }) => (
      <section class="claim-review">
        <h2>Is all of this right?</h2>
        <Summary asked={asked} onChange={answer} />
        <Button tone="brand" icon="send" onClick={() => answer("send")}>
          Send the claim
        </Button>
      </section>
    ),
    { signal },
  );

async function confirmCancel(cancelling: AbortController) {
  const sure = await session.showYesNoDialog("Nothing has been sent yet.", {
    title: "Cancel this claim?",
    yesText: "Cancel the claim",
    noText: "Go on with it",
    yesColor: "danger",
  });
  if (sure) cancelling.abort(new Error("The person cancelled the claim."));
}

async function offerCopy(asked: Questions, number: string) {
  const choices = ["Download a copy", "That is all"] as const;
  while ((await ask.actions("Anything else?", choices)) !== "That is all") {
    session.saveFile(summaryText(asked, number), `claim-${number}.txt`);
  }
}

function Head({ step, cancel }: { step: Signal<number>; cancel: () => void }) {
  return (
    <header class="claim-head">
      <div class="claim-title">
        <span class="claim-mark">
          <Icon name="bicycle" />
        </span>
        <h1>Make a claim</h1>
        <Button size="small" appearance="plain" icon="x-lg" onClick={cancel}>
          Cancel
        </Button>
      </div>
      <Stepper
        label="Claim"
        steps={STEPS.map((label) => ({ label }))}
        current={step}
        reach="none"
      />
    </header>
  );
}

const Sent = ({ number, asked }: { number: string; asked: Questions }) => (
  <section>
    <h1>Thank you</h1>
    <Alert kind="success" title={`Your claim has the number ${number}`}>
      We write to {asked.policy.email.value} within two days.
    </Alert>
    <Summary asked={asked} />
  </section>
);

export default app(claim, {
  title: "Make a claim",
  lang: "en",
  styles: readFileSync(new URL("wizard.css", import.meta.url), "utf8"),
});
