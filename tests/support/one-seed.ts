import fc from 'fast-check';

// What lands must not depend on luck: `npm test` draws the same cases each time, `npm run fuzz` others each time.
if (process.env.FUZZ !== 'long') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 2026 });
