/**
 * Node's http, not by an `import`: that reads all its exports, and for one of them brings the whole of `fetch`, 14 MB that
 * the hub never uses.
 */
export const { createServer, STATUS_CODES } = process.getBuiltinModule('node:http');
