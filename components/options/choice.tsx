import { useId } from 'preact/hooks';

/** One of several values; each with its name and, where it is not plain, a sentence on what it means. */
export function Choice<Value extends string>(props: {
  readonly name: string;
  readonly value: Value;
  readonly choices: readonly {
    readonly value: Value;
    readonly name: string;
    readonly meaning?: string;
  }[];
  readonly choose: (value: Value) => void;
}) {
  const id = useId();
  return (
    <fieldset class="choice">
      <legend>{props.name}</legend>
      {props.choices.map(({ value, name, meaning }) => (
        <div key={value} class="option">
          <input
            type="radio"
            id={`${id}-${value}`}
            name={id}
            checked={value === props.value}
            aria-describedby={meaning && `${id}-${value}-meaning`}
            onChange={() => props.choose(value)}
          />
          <label for={`${id}-${value}`}>{name}</label>
          {meaning && (
            <p class="cap" id={`${id}-${value}-meaning`}>
              {meaning}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}

/** One of several values, in a list that opens. */
export function Select<Value extends string>(props: {
  readonly name: string;
  readonly value: Value;
  readonly choices: readonly {
    readonly value: Value;
    readonly name: string;
    readonly language?: string;
  }[];
  readonly choose: (value: Value) => void;
}) {
  const id = useId();
  return (
    <div class="select">
      <label for={id}>{props.name}</label>
      <select
        id={id}
        value={props.value}
        onChange={({ currentTarget }) => {
          const chosen = props.choices.find(({ value }) => value === currentTarget.value);
          if (chosen) props.choose(chosen.value);
        }}
      >
        {props.choices.map(({ value, name, language }) => (
          <option key={value} value={value} lang={language} selected={value === props.value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
