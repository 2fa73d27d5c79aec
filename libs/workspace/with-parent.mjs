/** Loaded before a program of ours: when the pipe from its launcher closes, the program is asked to end. */
process.stdin.on('error', () => {}).on('close', () => process.kill(process.pid, 'SIGTERM')).resume();
process.stdin.unref();
