// Compiles the template, and the packages of the framework, in the browser: first of all imports.
import '@angular/compiler';
import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication, provideClientHydration } from '@angular/platform-browser';
import { paragraphsAt } from './content.ts';

class App {
  step = signal(0);

  constructor() {
    if (typeof window === 'object') window.setStep = (next) => this.step.set(next);
  }

  paragraphs() {
    return paragraphsAt(this.step());
  }
}

Component({
  selector: 'app-root',
  template: `<main>
    @for (one of paragraphs(); track one.key) {
      <p>{{ one.before }}<b>{{ one.strong }}</b>{{ one.after }}</p>
    }
  </main>`,
})(App);

/** Starts the app without zone.js; on a server with the `context` and providers of that. */
export const start = (providers = [], context = undefined) =>
  bootstrapApplication(
    App,
    {
      providers: [provideZonelessChangeDetection(), provideClientHydration(), ...providers],
    },
    context,
  );
