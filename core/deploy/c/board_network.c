/* Runs the int8 network on an emulated Cortex-M: inputs.bin holds one window of codes after the other, outputs.bin gets
   the logits' codes, and the first window's cost an operator goes to standard output, in ticks of the system timer. */
#include <stdio.h>
#include <stdlib.h>

#include "@model@.h"

#define SYSTICK ((volatile uint32_t *)0xE000E010) /* control, reload, value: 24 bits, counts down at the CPU's clock */

static uint32_t ticks[MODEL_OPERATORS], before;

void model_mark(int op) {
  const uint32_t now = SYSTICK[2];
  ticks[op] += (before - now) & 0xFFFFFF;
  before = SYSTICK[2];
}

int main(void) {
  static model_value input[MODEL_FRAMES * MODEL_MELS];
  FILE *in = fopen("inputs.bin", "rb"), *out = fopen("outputs.bin", "wb");
  int i, first = 1;
  if (!in || !out) return 1;
  while (fread(input, 1, sizeof input, in) == sizeof input) {
    model_value *to = model_input();
    const model_value *logits;
    for (i = 0; i < MODEL_FRAMES * MODEL_MELS; ++i) to[i] = input[i];
    SYSTICK[1] = 0xFFFFFF;
    SYSTICK[2] = 0;
    SYSTICK[0] = 5;
    before = SYSTICK[2];
    logits = model_invoke();
    fwrite(logits, 1, MODEL_CLASSES, out);
    if (first)
      for (i = 0; i < MODEL_OPERATORS; ++i) printf("%d %lu\n", i, (unsigned long)ticks[i]);
    first = 0;
  }
  fclose(in);
  fclose(out);
  exit(0);
}
