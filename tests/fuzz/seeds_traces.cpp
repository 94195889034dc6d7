#include <cmath>
#include <cstring>
#include <functional>

#include "base/format.h"
#include "seeds.h"

namespace kinglet::fuzz {
namespace {

std::string table(const std::string& head, const std::function<std::string(double, double)>& line,
                  const std::string& end = "\n", int rows = 60) {
  std::string text = head.empty() ? "" : head + end;
  for (int i = 0; i < rows; ++i) text += line(i * 0.01, i > 20 && i < 40 ? 10 : 1) + end;
  return text;
}

std::string f(double value, int decimals = 4) {
  return base::fixed(value, decimals);
}

std::string comma(std::string text) {
  for (char& c : text)
    if (c == '.') c = ',';
  return text;
}

std::string binary(float rate, const std::vector<float>& samples) {
  std::string bytes = "\xf1";
  const auto add = [&](float value) {
    char four[4];
    std::memcpy(four, &value, 4);
    bytes.append(four, 4);
  };
  add(rate);
  for (const float sample : samples) add(sample);
  return bytes;
}

}  // namespace

void putTraces() {
  putWithHarm("trace", "plain", table("Time (s),Current (mA),Voltage (V)", [](double t, double mA) {
                return f(t) + "," + f(mA) + ",3";
              }));
  putWithHarm("trace", "german",
              table(
                  "Zeit (s);Strom (mA);Spannung (V)",
                  [](double t, double mA) { return comma(f(t) + ";" + f(mA) + ";3,0"); }, "\r\n"));
  putWithHarm("trace", "ppk2", table("Timestamp(ms),Current(uA),D0-D7", [](double t, double mA) {
                return f(t * 1000, 3) + "," + f(mA * 1000, 3) + (mA > 5 ? ",10000000" : ",00000000");
              }));
  putWithHarm("trace", "joulescope", table("#time (s),current (A),voltage (V)", [](double t, double mA) {
                return f(t, 6) + "," + f(mA / 1000, 9) + ",3";
              }));
  putWithHarm("trace", "keysight",
              "\"Date: Tue Mar  3 10:00:00 2026\"\nSample interval: 1.0E-02\nTrigger: none\n\n" +
                  table("Sample,Curr avg 1,Volt avg 1",
                        [](double t, double mA) { return f(t * 100, 0) + "," + f(mA / 1000, 9) + ",3"; }));
  putWithHarm("trace", "iso", table("Timestamp,Current (mA),Voltage (V)", [](double t, double mA) {
                return "2026-03-01T12:00:0" + f(t, 3) + "Z," + f(mA) + ",3";
              }));
  putWithHarm("trace", "epoch", table("Timestamp,power_uW", [](double t, double mA) {
                return f(1772323200e3 + t * 1e3, 0) + "," + f(mA * 3000);
              }));
  putWithHarm("trace", "timeless", table("Current (mA)", [](double, double mA) { return f(mA); }));
  putWithHarm("trace", "headless", table("", [](double t, double mA) { return f(t) + "," + f(mA); }));
  putWithHarm("trace", "cells", table("Time,Current,Voltage", [](double t, double mA) {
                return f(t * 1000, 0) + " ms," + f(mA) + " mA,3 V";
              }));
  // Time that stands, runs back, restarts, leaps; figures that are none.
  const auto wrong = [&](const std::string& name, const std::function<std::string(int)>& time) {
    std::string text = "Time (s),Power (mW)\n";
    for (int i = 0; i < 60; ++i)
      text += time(i) + "," + (i % 7 == 3 ? "nan" : i % 11 == 5 ? "" : "3.5") + "\n";
    put("trace", name, text);
  };
  wrong("stands", [](int) { return std::string("1"); });
  wrong("back", [](int i) { return std::to_string(60 - i); });
  wrong("restarts", [](int i) { return std::to_string(i % 20); });
  wrong("leaps", [](int i) { return i == 30 ? "1e300" : std::to_string(i); });
  wrong("tiny", [](int i) { return std::to_string(i) + "e-300"; });
  wrong("long", [](int i) { return i < 59 ? f(i * 1e-6, 6) : "1000000"; });
  put("trace", "huge", "Time (s),Power (mW)\n0,1e300\n1,-1e300\n2,1e38\n3,3e38\n4,1e308\n");

  const std::vector<float> samples(200, 3.5f);
  const std::string stamps = "[0.01, 0.05, 0.1, 0.12, 0.15]";
  put("trace", "runner", joined({stamps, binary(1000, samples)}));
  put("trace", "runner-bare", binary(1000, samples));
  put("trace", "runner-deep", joined({std::string(100'000, '['), binary(1000, samples)}));
  for (const float rate : {0.f, -1.f, INFINITY, NAN, 1e-30f, 1e30f})
    put("trace", "runner-rate-" + base::shortest(rate),
        joined({"[0, 1e300, -1e300, null, 5]", binary(rate, {1, NAN, INFINITY, -5, 1e38f})}));
  put("trace", "results",
      joined({"Window 1: 0.05 s\nInfer: 10 inferences\n[1000] energy 1e300 uJ\nMedian energy cost is 5.5 "
              "uJ/inf.\n",
              binary(1000, samples)}));
}

}  // namespace kinglet::fuzz
