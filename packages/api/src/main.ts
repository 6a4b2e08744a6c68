import { readConfig } from './config.ts';
import { LinchpinError } from './model/errors.ts';
import { startService, type RunningService } from './startService.ts';

/** Answers that are being given get this long when the service is stopped, in milliseconds. */
const patience = 9_000;

try {
  const service = await startService(readConfig());
  stopOnSignal(service);
  process.stdout.write(`Linchpin is ready: ${service.address}\n`);
  if (service.demo !== 'off')
    process.stdout.write('Demo mode: invented people and evidence, open to whoever uses this machine.\n');
} catch (error) {
  process.stderr.write(
    `${error instanceof LinchpinError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}

function stopOnSignal(service: RunningService): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), patience).unref();
    service.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
