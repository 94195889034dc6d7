// Runs ONNX files in onnxruntime-node, one thread. Argument: a JSON list of {model, inputs, outputs, shape}; inputs holds
// little-endian floats, one clip after the other, and outputs is written likewise. Prints the median microseconds of a run
// for each model, as JSON.
const fs = require('fs');
const ort = require(require.resolve('onnxruntime-node', {paths: [process.env.NODE_FOLDER]}));

async function run(job) {
  const session = await ort.InferenceSession.create(job.model, {
    intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential', logSeverityLevel: 3});
  const bytes = fs.readFileSync(job.inputs);
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const size = job.shape.reduce((a, b) => a * b, 1);
  const results = [], times = [];
  const repeats = job.repeats || 1;
  for (let r = 0; r < repeats; ++r) {
    for (let i = 0; i < all.length; i += size) {
      const features = new ort.Tensor('float32', all.slice(i, i + size), job.shape);
      const start = process.hrtime.bigint();
      const {logits} = await session.run({features});
      times.push(Number(process.hrtime.bigint() - start) / 1000);
      if (r === 0) results.push(Buffer.from(logits.data.buffer, logits.data.byteOffset, logits.data.byteLength));
    }
  }
  if (job.outputs) fs.writeFileSync(job.outputs, Buffer.concat(results));
  times.sort((a, b) => a - b);
  return times[times.length >> 1];
}

(async () => {
  const medians = [];
  for (const job of JSON.parse(fs.readFileSync(process.argv[2]))) medians.push(await run(job));
  console.log(JSON.stringify(medians));
})();
