import { session, signal } from "tandem";

export default function YesNo() {
  const likesIt = signal(false);
  const answer = signal("no answer yet");

  const ask = async () => {
    const yes = await session.showYesNoDialog("Do you like ice cream?", {
      title: "A question",
      icon: "🍦",
      default: true,
    });
    answer.value = yes === null ? "none" : yes ? "yes" : "no";
    // Closed without an answer, it changes nothing.
    likesIt.value = yes ?? likesIt.value;
  };

  return (
    <div class="stack narrow">
      <div>
        <button onClick={ask}>Open the dialog</button>
      </div>
      <p>
        Your last answer: <b role="status">{answer}</b>
      </p>
      <p>You {() => (likesIt.value ? "like" : "do not like")} ice cream.</p>
    </div>
  );
}
