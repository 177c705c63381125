import { TandemError } from "../core/errors.ts";
import { effect } from "../reactive/effect.ts";
import { insideComputed, untracked } from "../reactive/graph.ts";
import { runWithOwner } from "../reactive/owner.ts";
import { signal } from "../reactive/signal.ts";
import { SessionEnded } from "../session/call-errors.ts";
import { currentSession } from "../session/current.ts";
import type { Session } from "../session/session.ts";
import { isCalling } from "../view/component-call.ts";
import { OutputBody } from "./output/output-body.tsx";
import { Outputs } from "./output/outputs.ts";
import { DockedQuestions } from "./questions/panel.tsx";
import { Questions } from "./questions/questions.ts";

/** What all conversations of a session share: where they show, and what they ask. */
export class Flow {
  readonly session: Session;
  readonly outputs = new Outputs();
  readonly questions: Questions;
  /** Whether the conversation that the session was about is over. */
  readonly isOver = signal(false);

  constructor(session: Session) {
    this.session = session;
    this.questions = new Questions(session);
    // It may be a component that comes first; while that is built, nothing else can be.
    runWithOwner(session, () => effect(() => untracked(() => this.#showLayers())));
  }

  #showLayers(): void {
    const { session } = this;
    const docked = session.noticePlaces.fill(() => <DockedQuestions flow={this} />);
    session.own(session.showLayer(<OutputBelow flow={this} />));
    session.own(session.showLayer(docked));
  }
}

/** What is shown where no component of the app gives it a place. */
function OutputBelow({ flow }: { flow: Flow }) {
  return () => (flow.outputs.isPlaced.value || isBlank(flow) ? null : <OutputBody flow={flow} />);
}

const isBlank = ({ outputs, questions }: Flow): boolean =>
  outputs.root.items.list.value.length === 0 && questions.in("inline").length === 0;

const flows = new WeakMap<Session, Flow>();

export function flowOf(session: Session): Flow {
  let flow = flows.get(session);
  if (flow === undefined) flows.set(session, (flow = new Flow(session)));
  return flow;
}

/** The flow of the session whose code runs, for what acts on the screen. `what`: as in "ask.text()". */
export function actingFlow(what: string): Flow {
  const session = currentSession();
  if (session.isOver) throw new SessionEnded(`${what} needs its screen`);
  if (isCalling() || insideComputed()) throw whileBuilding(what);
  return flowOf(session);
}

function whileBuilding(what: string): TandemError {
  return new TandemError(
    "flow/while-building",
    `Expected ${what} to be called by a handler, an effect, a task or a conversation, but a component called it while it builds what it shows. Call it from an event; what is always there is written into the component itself.`,
  );
}
