import { signal, type InputEvent } from "tandem";

/** Each field writes the other; text that is no number changes nothing. */
export default function Temperature() {
  const celsius = signal("20");
  const fahrenheit = signal("68");

  const fromCelsius = ({ number }: InputEvent) => {
    if (number !== null) fahrenheit.value = short((number * 9) / 5 + 32);
  };
  const fromFahrenheit = ({ number }: InputEvent) => {
    if (number !== null) celsius.value = short(((number - 32) * 5) / 9);
  };

  return (
    <form class="line" aria-label="Temperature">
      <label>
        Celsius{" "}
        <input
          bind={celsius}
          onInput={fromCelsius}
          inputmode="decimal"
          autocomplete="off"
          size={7}
        />
      </label>
      <span aria-hidden="true">=</span>
      <label>
        Fahrenheit{" "}
        <input
          bind={fahrenheit}
          onInput={fromFahrenheit}
          inputmode="decimal"
          autocomplete="off"
          size={7}
        />
      </label>
    </form>
  );
}

const short = (degrees: number) => String(Number(degrees.toFixed(2)));
