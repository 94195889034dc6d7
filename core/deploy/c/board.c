/* What a program on an emulated Cortex-M starts with, and the heap of the C library. */
#include <stdint.h>

#define CPACR (*(volatile uint32_t *)0xE000ED88)

extern uint32_t stack_top;
void _start(void);

void reset(void);
void reset(void) {
  CPACR |= 0xFu << 20; /* the floating-point unit, before newlib's start-up code saves its registers */
  __asm volatile("dsb\n isb");
  _start();
}

__attribute__((section(".vectors"), used)) static void *const vectors[2] = {&stack_top, (void *)reset};

/* The heap that the C library's files need: QEMU's own answer to where it lies is wrong on some boards. */
void *_sbrk(int more);
void *_sbrk(int more) {
  static char heap[32768];
  static int used;
  void *const start = heap + used;
  if (used + more > (int)sizeof heap) return (void *)-1;
  used += more;
  return start;
}
