import { Button, IconButton } from './button.tsx';

/** A short notice at the edge of the window, announced once; the region stays when it is empty. */
export function Toast(props: {
  readonly text: string | null;
  readonly undo: { readonly name: string; readonly run: () => void } | null;
  readonly dismiss: { readonly name: string; readonly run: () => void };
}) {
  return (
    <div class="toast-place">
      <div role="status">{props.text !== null && <p class="toast-text">{props.text}</p>}</div>
      {props.text !== null && (
        <div class="toast-deeds">
          {props.undo && <Button onPress={props.undo.run}>{props.undo.name}</Button>}
          <IconButton icon="close" name={props.dismiss.name} onPress={props.dismiss.run} />
        </div>
      )}
    </div>
  );
}
