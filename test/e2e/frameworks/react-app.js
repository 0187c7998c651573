import { createElement as h, useState } from 'react';
import { paragraphsAt } from './content.ts';

export function App() {
  const [step, setStep] = useState(0);
  if (typeof window === 'object') window.setStep = setStep;
  return h(
    'main',
    null,
    paragraphsAt(step).map(({ key, before, strong, after }) =>
      h('p', { key }, before, h('b', null, strong), after),
    ),
  );
}
