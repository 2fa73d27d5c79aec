/** For Vitest: writes down the errors outside of every test, which its own report as JSON leaves out. */
import { writeFileSync } from 'node:fs';

export default class OutsideReporter {
  onTestRunEnd(_modules, errors) {
    writeFileSync(process.env.OUTSIDE_REPORT, JSON.stringify(errors.map(({ stack, message, VITEST_TEST_PATH: file = null }) => ({ file, message: stack ?? String(message) }))));
  }
}
