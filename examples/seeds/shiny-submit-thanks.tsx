import { app, session, type SubmitEvent } from "tandem";

function Feedback() {
  const submit = ({ data }: SubmitEvent) => {
    console.log("Received:", data.get("opinion"));
    return session.close({
      hard: true,
      message: "Thanks for your submission.",
    });
  };

  return (
    <form class="stack" onSubmit={submit}>
      <h1>What did you think of it?</h1>
      <label>
        Your opinion
        <textarea name="opinion" rows={4} required />
      </label>
      <div class="line">
        <button>Submit</button>
        <button
          type="button"
          class="plain"
          onClick={() => session.close({ hard: true })}
        >
          Leave without a word
        </button>
      </div>
    </form>
  );
}

export default app(Feedback, {
  title: "Feedback",
  hardDisconnectMessage: "This form has closed.",
});
