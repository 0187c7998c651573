import { createSSRApp, h, ref } from 'vue';
import { paragraphsAt } from './content.ts';

export function createApp() {
  return createSSRApp({
    setup() {
      const step = ref(0);
      if (typeof window === 'object') {
        window.setStep = (next) => {
          step.value = next;
        };
      }
      return () =>
        h(
          'main',
          paragraphsAt(step.value).map(({ key, before, strong, after }) =>
            h('p', { key }, [before, h('b', strong), after]),
          ),
        );
    },
  });
}
