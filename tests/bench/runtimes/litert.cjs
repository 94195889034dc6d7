// Runs TFLite files in LiteRT, in a browser without a window. Argument: as onnx.cjs. LiteRT's files and the browser's
// driver come from NODE_FOLDER.
const fs = require('fs'), http = require('http'), path = require('path');
const modules = path.join(process.env.NODE_FOLDER, 'node_modules');
const {chromium} = require(path.join(modules, 'playwright-core'));
const esbuild = require(path.join(modules, 'esbuild'));

const page = `
import {loadLiteRt, loadAndCompile, Tensor} from '@litertjs/core';
window.start = () => loadLiteRt('/wasm/');
window.runJob = async (index, shape) => {
  const model = await loadAndCompile('/model/' + index, {accelerator: 'wasm'});
  const all = new Float32Array(await (await fetch('/inputs/' + index)).arrayBuffer());
  const size = shape.reduce((a, b) => a * b, 1), results = [];
  for (let i = 0; i < all.length; i += size) {
    const input = new Tensor(all.slice(i, i + size), shape);
    const [output] = await model.run(input);
    results.push(...output.toTypedArray());
    output.delete();
    if (!input.deleted) input.delete();
  }
  model.delete();
  return results;
};`;

(async () => {
  const jobs = JSON.parse(fs.readFileSync(process.argv[2]));
  const bundle = await esbuild.build({
    stdin: {contents: page, resolveDir: process.env.NODE_FOLDER}, bundle: true, format: 'iife', write: false,
    logLevel: 'error'});
  const server = http.createServer((request, response) => {
    const [, kind, name] = request.url.split('/');
    const types = {'.js': 'text/javascript', '.wasm': 'application/wasm'};
    let body = '<!doctype html><script src="/page.js"></script>', type = 'text/html';
    if (request.url === '/page.js') body = bundle.outputFiles[0].text, type = types['.js'];
    else if (kind === 'wasm') {
      body = fs.readFileSync(path.join(modules, '@litertjs/core/wasm', path.basename(name)));
      type = types[path.extname(name)] || 'application/octet-stream';
    } else if (kind === 'model') body = fs.readFileSync(jobs[Number(name)].model), type = 'application/octet-stream';
    else if (kind === 'inputs') body = fs.readFileSync(jobs[Number(name)].inputs), type = 'application/octet-stream';
    response.writeHead(200, {'Content-Type': type});
    response.end(body);
  }).listen(0, '127.0.0.1');
  const browser = await chromium.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox']});
  try {
    const tab = await browser.newPage();
    if (process.env.VERBOSE) tab.on('console', message => console.error(message.text()));
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    await tab.evaluate(() => window.start());
    for (let i = 0; i < jobs.length; ++i) {
      const values = await tab.evaluate(([index, shape]) => window.runJob(index, shape), [i, jobs[i].shape]);
      fs.writeFileSync(jobs[i].outputs, Buffer.from(Float32Array.from(values).buffer));
    }
  } finally {
    await browser.close();
    server.close();
  }
})();
