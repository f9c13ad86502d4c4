export * from './faq.machine.ts';
export * from './knowledge.decide.ts';
export * from './knowledge.events.ts';
export * from './knowledge.facts.ts';
export * from './knowledge.policy.ts';
export * from './knowledge.terms.ts';
export * from './story.machine.ts';
