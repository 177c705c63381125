import { computed, every, signal, watch } from "tandem";

const TICK = 100;

/** Once the time is up, nothing watches the ticker, and no timer is set. */
export default function Timer() {
  const elapsed = signal(0);
  const duration = signal(15_000);
  const ticks = every(TICK);

  const isRunning = computed(() => elapsed.value < duration.value);
  const advance = () =>
    elapsed.update((ms) => Math.min(ms + TICK, duration.peek()));
  watch(
    () => isRunning.value && ticks.value,
    (tick) => {
      if (tick !== false) advance();
    },
  );

  return (
    <form class="stack narrow" aria-label="Timer">
      <label>
        Elapsed
        <progress
          max={duration}
          value={() => Math.min(elapsed.value, duration.value)}
        />
      </label>
      <output aria-label="Seconds elapsed">
        {() => `${(elapsed.value / 1000).toFixed(1)} s`}
      </output>
      <label>
        Duration: {() => `${duration.value / 1000} s`}
        <input
          type="range"
          bind={duration}
          min={1000}
          max={30_000}
          step={500}
        />
      </label>
      <button type="button" onClick={() => (elapsed.value = 0)}>
        Reset
      </button>
    </form>
  );
}
