// Stands in for a core's Arduino.h: what every core gives and no more. Older cores, as that for the SAMD,
// have more macros that a sketch's names could run into.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#ifdef ARDUINO_ARCH_SAMD
#include <math.h>
#include <string.h>
#endif

#define HIGH 0x1
#define LOW 0x0
#define INPUT 0x0
#define OUTPUT 0x1
#define PI 3.1415926535897932384626433832795
#define EULER 2.718281828459045235360287471352
#define SERIAL 0x0
#define DISPLAY 0x1
#define DEFAULT 1
#define EXTERNAL 0
#define A0 14
#define B1 1
#define F(text) (text)
#define sq(x) ((x) * (x))
#define bit(b) (1UL << (b))
#define lowByte(w) ((uint8_t)((w)&0xff))
#define highByte(w) ((uint8_t)((w) >> 8))
#ifdef ARDUINO_ARCH_SAMD
#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))
#define abs(x) ((x) > 0 ? (x) : -(x))
#define constrain(amt, low, high) ((amt) < (low) ? (low) : ((amt) > (high) ? (high) : (amt)))
#define round(x) ((x) >= 0 ? (long)((x) + 0.5) : (long)((x)-0.5))
#endif

typedef unsigned int word;
typedef bool boolean;
typedef uint8_t byte;

#ifdef __cplusplus
extern "C" {
#endif
void setup(void);
void loop(void);
#ifdef __cplusplus
}

class SerialPort {
 public:
  void begin(unsigned long baud);
  void println(const char* text);
};
extern SerialPort Serial;
#endif
