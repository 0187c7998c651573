import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps {
  readonly onPress: () => void;
  /** `main` stands once a surface; `quiet` has no line around it. */
  readonly look?: 'main' | 'line' | 'quiet';
  readonly icon?: IconName;
  readonly iconFilled?: boolean;
  /** Left out where the button is not a switch. */
  readonly isPressed?: boolean;
  /** Left out where the button opens nothing. */
  readonly isExpanded?: boolean;
  readonly children: ComponentChildren;
}

/** A button with its name in sight. */
export function Button(props: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${props.look ?? 'line'}`}
      aria-pressed={props.isPressed}
      aria-expanded={props.isExpanded}
      onClick={props.onPress}
    >
      {props.icon && <Icon name={props.icon} filled={props.iconFilled ?? false} />}
      <span>{props.children}</span>
    </button>
  );
}

/** A button that shows an icon only; its name is read out and shown on pointing. */
export function IconButton(props: { icon: IconName; name: string; onPress: () => void }) {
  return (
    <button
      type="button"
      class="button quiet icon-only"
      aria-label={props.name}
      title={props.name}
      onClick={props.onPress}
    >
      <Icon name={props.icon} />
    </button>
  );
}
