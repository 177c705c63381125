import { For, computed, signal } from "tandem";

interface Person {
  id: string;
  name: string;
  surname: string;
}

let lastId = 0;
const person = (name: string, surname: string): Person => ({
  id: String(++lastId),
  name,
  surname,
});

export default function Crud() {
  const people = signal([
    person("Hans", "Emil"),
    person("Max", "Mustermann"),
    person("Roman", "Tisch"),
  ]);
  const prefix = signal("");
  const chosenId = signal("");
  const name = signal("");
  const surname = signal("");

  const shown = computed(() =>
    people.value.filter((each) => startsWith(each.surname, prefix.value)),
  );
  const chosen = computed(() =>
    shown.value.find((each) => each.id === chosenId.value),
  );
  const isIncomplete = computed(
    () => name.value.trim() === "" || surname.value.trim() === "",
  );

  const fillIn = () => {
    name.value = chosen.value?.name ?? "";
    surname.value = chosen.value?.surname ?? "";
  };
  const create = () => {
    const added = person(name.value.trim(), surname.value.trim());
    people.value = [...people.value, added];
    chosenId.value = added.id;
  };
  const update = () => {
    const changed = {
      id: chosenId.value,
      name: name.value.trim(),
      surname: surname.value.trim(),
    };
    people.value = people.value.map((each) =>
      each.id === changed.id ? changed : each,
    );
  };
  const remove = () => {
    people.value = people.value.filter((each) => each.id !== chosenId.value);
    chosenId.value = "";
  };

  return (
    <form class="crud" aria-label="People" onSubmit={create}>
      <label class="filter">
        Surname starts with <input bind={prefix} type="search" />
      </label>
      <select bind={chosenId} onInput={fillIn} size={6} aria-label="People">
        <For each={shown} key={(each) => each.id}>
          {(each) => (
            <option value={() => each.value.id}>
              {() => `${each.value.surname}, ${each.value.name}`}
            </option>
          )}
        </For>
      </select>
      <div class="stack">
        <label>
          Name <input bind={name} autocomplete="off" />
        </label>
        <label>
          Surname <input bind={surname} autocomplete="off" />
        </label>
      </div>
      <div class="line">
        <button disabled={isIncomplete}>Create</button>
        <button
          type="button"
          disabled={() => !chosen.value || isIncomplete.value}
          onClick={update}
        >
          Update
        </button>
        <button type="button" disabled={() => !chosen.value} onClick={remove}>
          Delete
        </button>
      </div>
    </form>
  );
}

const startsWith = (text: string, prefix: string) =>
  text.toLowerCase().startsWith(prefix.trim().toLowerCase());
