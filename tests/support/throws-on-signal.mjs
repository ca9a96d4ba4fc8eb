// For `node --import`: throws what nobody catches, when the process is told to. No part of the product.
process.on('SIGUSR2', () => {
  setTimeout(() => {
    throw new Error('a fault of the test');
  });
});
process.on('SIGPWR', () => void Promise.reject(new Error('a promise of the test')));
