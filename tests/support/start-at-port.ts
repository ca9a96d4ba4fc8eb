/** Starts something that a person runs at a port; where the port is taken, says so and ends. */
export async function startAtPort<T>(variable: string, usual: number, start: (port: number) => Promise<T>): Promise<T> {
  const port = Number(process.env[variable] ?? usual);
  try {
    return await start(port);
  } catch (error) {
    console.error(
      `Port ${port} cannot be used (${error instanceof Error ? error.message : String(error)}). Stop what ` +
        `uses it, or set ${variable} to another one.`,
    );
    return process.exit(1);
  }
}
