import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** A link to a source: a new tab that learns neither where the reader came from nor who opened it. */
export function OutsideLink(props: {
  readonly address: string;
  readonly hint: string;
  readonly children: ComponentChildren;
}) {
  return (
    <a href={props.address} target="_blank" rel="noopener noreferrer">
      {props.children}
      <Icon name="leave" />
      <span class="unseen">{props.hint}</span>
    </a>
  );
}
