/** A switch with its name; a press asks for the other state. */
export function Switch(props: {
  readonly name: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={props.isOn}
      disabled={props.isDisabled ?? false}
      onClick={() => props.onChange(!props.isOn)}
    >
      <span>{props.name}</span>
      <span class="track" aria-hidden="true" />
    </button>
  );
}
