// Stands in for a core: runs a sketch for a while, its serial port is the standard output.
#include <stdio.h>

#include "Arduino.h"

SerialPort Serial;

void SerialPort::begin(unsigned long) {}
void SerialPort::println(const char* text) {
  puts(text);
}

int main() {
  setup();
  for (int i = 0; i < 50; ++i) loop();
  return 0;
}
