/** TypeScript as native ES modules; decorators and their metadata as tsc would emit them. */
const swc = ({ react = false } = {}) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true, tsx: react },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        ...(react && { react: { runtime: 'automatic' } }),
      },
    },
  },
];

/** @param {{ react?: boolean }} [options] */
export const preset = ({ react = false } = {}) => ({
  testEnvironment: react ? 'jsdom' : 'node',
  testEnvironmentOptions: { customExportConditions: react ? ['source', 'browser'] : ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: react ? ['.ts', '.tsx'] : ['.ts'],
  transform: { '^.+\\.tsx?$': swc({ react }) },
  moduleNameMapper: { '\\.(css|svg)$': '@baraza/tooling/empty' },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
});
