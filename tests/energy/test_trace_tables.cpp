// Recordings as meters and loggers really export them: each holds 3 V and 1 mA, and 10 mA from 1 s to 2 s.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>

#include "base/error.h"
#include "base/format.h"
#include "energy/trace/column_heads.h"
#include "energy/trace/power_trace.h"
#include "energy/trace/trace_windows.h"
#include "support/scratch.h"

namespace kinglet::energy {
namespace {

using testing::HasSubstr;

std::filesystem::path write(const std::string& name, const std::string& bytes) {
  const auto path = test::scratch() / name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

struct Sample {
  int index;
  double seconds, mA;
};
using Line = std::function<std::string(const Sample&)>;

std::string table(const std::string& head, const Line& line, int hertz = 100, const std::string& end = "\n") {
  std::string text = head.empty() ? "" : head + end;
  for (int i = 0; i < 3 * hertz; ++i) {
    const double t = static_cast<double>(i) / hertz;
    text += line({i, t, t >= 1 && t < 2 ? 10.0 : 1.0}) + end;
  }
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

// Of the window that is given in the recording's own time: 30 mJ, within 2 %.
void expectRight(const std::string& name, const std::string& bytes, const TraceOptions& options = {},
                 double volts = 3) {
  SCOPED_TRACE(name);
  try {
    const PowerTrace trace = readTrace(write(name, bytes), options);
    const Window window{ownSeconds(trace, 1), ownSeconds(trace, 2)};
    EXPECT_NEAR(energyOfWindows(trace, {window}, 1, 0).meanMj, 10 * volts, 0.2 * volts)
        << trace.reading().english();
    const FoundWindows found = findWindows(trace);
    ASSERT_EQ(found.windows.size(), 1u);
    EXPECT_NEAR(recordedSeconds(trace, found.windows[0].begin), 1, 0.03);
  } catch (const base::Error& e) {
    ADD_FAILURE() << e.what();
  }
}

std::string complaint(const std::string& bytes, const TraceOptions& options = {}) {
  try {
    const PowerTrace trace = readTrace(write("refused.csv", bytes), options);
    return "read: " + trace.reading().english();
  } catch (const base::Error& e) {
    return e.what();
  }
}

std::string notes(const PowerTrace& trace) {
  std::string text;
  for (const base::Message& note : trace.notes) text += note.english() + "\n";
  return text;
}

TraceOptions volts(double value) {
  TraceOptions options;
  options.volts = value;
  return options;
}

const std::string kPlain = "time_s,current_mA,voltage_V";
const Line kPlainLine = [](const Sample& s) { return f(s.seconds) + "," + f(s.mA) + ",3.000"; };

TEST(TraceTables, PowerProfilerKitAsksForTheVoltage) {
  const std::string packed = table("Timestamp(ms),Current(uA),D0-D7", [](const Sample& s) {
    return f(s.seconds * 1000, 3) + "," + f(s.mA * 1000, 3) + (s.mA > 5 ? ",10000000" : ",00000000");
  });
  const std::string wide = table("Timestamp(ms),Current(uA),D0,D1,D2,D3,D4,D5,D6,D7", [](const Sample& s) {
    return f(s.seconds * 1000, 3) + "," + f(s.mA * 1000, 3) +
           (s.mA > 5 ? ",0,1,0,0,0,0,0,0" : ",0,0,0,0,0,0,0,0");
  });
  const std::string bare = table("Timestamp(ms),Current(uA)",
                                 [](const Sample& s) { return f(s.seconds * 1000) + "," + f(s.mA * 1000); });
  for (const std::string& text : {packed, wide, bare}) {
    EXPECT_THAT(complaint(text), HasSubstr("--voltage"));
    expectRight("ppk.csv", text, volts(3.3), 3.3);
    const TraceLayout layout = describeTrace(write("ppk.csv", text));
    EXPECT_EQ(layout.format, TraceFormat::ppk2);
    ASSERT_EQ(layout.problems.size(), 1u);
    EXPECT_EQ(layout.problems[0].about, TraceProblem::About::voltage);
  }
  TraceOptions trigger = volts(3);
  trigger.trigger = "D0";
  const PowerTrace trace = readTrace(write("ppk.csv", packed), trigger);
  ASSERT_EQ(trace.windows.size(), 1u);
  EXPECT_NEAR(trace.windows[0].begin, 1, 1e-9);
  EXPECT_NEAR(trace.windows[0].end, 2, 1e-9);
  trigger.trigger = "!D1";
  EXPECT_EQ(readTrace(write("ppk.csv", wide), trigger).windows.size(), 2u);
  trigger.trigger = "D5";
  EXPECT_THAT(complaint(packed, trigger), HasSubstr("never 1"));
}

TEST(TraceTables, JoulescopeStatisticsAndExports) {
  double charge = 0, energy = 0;
  expectRight("js.csv", table("#time,current,voltage,power,charge,energy", [&](const Sample& s) {
                charge += s.mA / 1e5;
                energy += s.mA * 3 / 1e5;
                return f(s.seconds) + "," + f(s.mA / 1000, 9) + ",3," + f(s.mA * 3 / 1000, 9) + "," +
                       f(charge, 9) + "," + f(energy, 9);
              }));
  expectRight("js-samples.csv", table("#time (s),current (A),voltage (V)", [](const Sample& s) {
                return f(s.seconds) + "," + f(s.mA / 1000, 9) + ",3";
              }));
  TraceOptions numbers;  // without a row of heads
  numbers.time = "1";
  numbers.current = "2";
  numbers.voltage = "3";
  numbers.format = TraceFormat::joulescope;
  expectRight("js-bare.csv",
              table("", [](const Sample& s) { return f(s.seconds) + "," + f(s.mA / 1000, 9) + ",3"; }),
              numbers);
  write("raw.jls", "jlsfmt\r\n");
  EXPECT_THAT(complaint(std::string("jlsfmt\r\n \n \x1a  \xb1\x1c", 16) + std::string(200, '\0')),
              HasSubstr("export"));
}

TEST(TraceTables, OtherMeters) {
  const Line si = [](const Sample& s) { return f(s.seconds) + "," + f(s.mA / 1000, 9) + ",3.0"; };
  expectRight("otii.csv", table("Timestamp(s),Main current (A),Main voltage (V)", si));
  expectRight("otii-tab.csv", table("Timestamp(s)\tMain current (A)\tMain voltage (V)", [](const Sample& s) {
                // The voltage is sampled a tenth as often.
                return f(s.seconds) + "\t" + f(s.mA / 1000, 9) + "\t" + (s.index % 10 == 0 ? "3.0" : "");
              }));
  expectRight(
      "powertool.csv",
      table("Time (s),Main Avg Current (mA),Main Max Current (mA),Main Avg Voltage (V)",
            [](const Sample& s) { return f(s.seconds) + "," + f(s.mA) + "," + f(s.mA * 2) + ",3.0"; }));
  expectRight("n6705.csv",
              table("\"Date: Tue Mar  3 10:00:00 2026\"\nSample interval: 1.0E-02\nTrigger: none\n\n"
                    "Sample,Volt avg 1,Curr avg 1",
                    [](const Sample& s) {
                      return std::to_string(s.index) + ",3.0E+00," + base::scientific(s.mA / 1000, 6);
                    }));
  expectRight("ina219.csv",
              table("millis(),Bus Voltage (V),Shunt Voltage (mV),Current (mA)", [](const Sample& s) {
                return f(s.seconds * 1000, 0) + ",3.0," + f(s.mA / 10) + "," + f(s.mA);
              }));
  expectRight("watts.csv", table("elapsed_us;P_uW", [](const Sample& s) {
                return f(s.seconds * 1e6, 0) + ";" + f(s.mA * 3000, 0);
              }));
}

TEST(TraceTables, UnitsInEverySpelling) {
  struct Spelling {
    const char *time, *current, *voltage;
    double timeScale, currentScale, voltageScale;
  };
  for (const Spelling& spelling : {
           Spelling{"Time (ms)",
                    "Current (\xC2\xB5"
                    "A)",
                    "Voltage (mV)", 1e3, 1e3, 1e3},
           {"time[us]",
            "current[\xCE\xBC"
            "A]",
            "voltage[V]", 1e6, 1e3, 1},
           {"t / s", "I / mA", "U / V", 1, 1, 1},
           {"Zeit (s)",
            "Strom (\xB5"
            "A)",
            "Spannung (V)", 1, 1e3, 1},
           {"timestamp_ns", "current_nA", "bus_V", 1e9, 1e6, 1},
           {"Temps [min]", "Courant [A]", "Tension [V]", 1 / 60.0, 1e-3, 1},
           {"seconds", "milliamps", "volts", 1, 1, 1},
           {"timeMs", "loadCurrentuA", "busVoltageV", 1e3, 1e3, 1},
           {"ms", "mA", "V", 1e3, 1, 1},
           {"TIME_MS", "CURRENT_MA", "VOLTAGE_MV", 1e3, 1, 1e3},
       })
    expectRight("units.csv",
                table(std::string(spelling.time) + "," + spelling.current + "," + spelling.voltage,
                      [&](const Sample& s) {
                        return f(s.seconds * spelling.timeScale, 8) + "," +
                               f(s.mA * spelling.currentScale, 6) + "," + f(3 * spelling.voltageScale, 2);
                      }));
  expectRight("row.csv", table("Time,Current,Voltage\n(s),(mA),(V)", kPlainLine));
  expectRight("cells.csv", table("Time,Current,Voltage", [](const Sample& s) {
                return f(s.seconds) + " s," + f(s.mA) + " mA,3.0 V";
              }));
  expectRight("blanks.txt", table("Time (s)  Current (mA)  Voltage (V)",
                                  [](const Sample& s) { return f(s.seconds) + "   " + f(s.mA) + "  3.0"; }));
}

TEST(TraceTables, FormsOfText) {
  const auto semicolon = [](const Sample& s) { return comma(f(s.seconds) + ";" + f(s.mA) + ";3.000"); };
  const std::string head = "Time (s);Current (mA);Voltage (V)";
  expectRight("semi.csv", table(head, semicolon));
  expectRight("crlf.csv", "\xEF\xBB\xBF" + table(head, semicolon, 100, "\r\n"));
  expectRight("mac.csv", table(head, semicolon, 100, "\r"));
  expectRight("sep.csv", "sep=;\n" + table(head, semicolon));
  expectRight("quoted.csv", table("\"Time (s)\",\"Current (mA)\",\"Voltage (V)\"", [](const Sample& s) {
                return "\"" + comma(f(s.seconds)) + "\",\"" + comma(f(s.mA)) + "\",\"3,0\"";
              }));
  expectRight("tabs.csv", table("Time (s)\tCurrent (mA)\tVoltage (V)\t", [](const Sample& s) {
                return comma(f(s.seconds) + "\t" + f(s.mA) + "\t3.0\t");
              }));
  // Whole figures at first, decimal commas later.
  expectRight("late.csv", table("time_ms;current_mA;voltage_V", [](const Sample& s) {
                return f(s.seconds * 1000, 0) + ";" + (s.mA > 5 ? "9,999" : "1") + ";3";
              }));
  std::string utf16 = "\xFF\xFE";
  for (const char c : table(head, semicolon)) (utf16 += c) += '\0';
  expectRight("utf16.csv", utf16);
  expectRight("remarks.csv", "// logger 3\n# started\n\n" + table(kPlain, [](const Sample& s) {
                               return kPlainLine(s) + (s.index == 40 ? "\n# a remark" : "");
                             }));
}

TEST(TraceTables, StampsInEveryForm) {
  const auto clock = [](double seconds) {
    const int whole = static_cast<int>(seconds);
    return base::padded(static_cast<std::uint64_t>((whole / 3600) % 24), 2) + ":" +
           base::padded(static_cast<std::uint64_t>(whole / 60 % 60), 2) + ":" +
           base::padded(static_cast<std::uint64_t>(whole % 60), 2) + "." +
           base::padded(static_cast<std::uint64_t>((seconds - whole) * 1000 + 0.5), 3);
  };
  const double midnight = 24 * 3600 - 1.5;
  const auto with = [](const std::function<std::string(double)>& stamp) {
    return table("Timestamp,Current (mA),Voltage (V)",
                 [&](const Sample& s) { return stamp(s.seconds) + "," + f(s.mA) + ",3.0"; });
  };
  expectRight("iso.csv", with([&](double t) { return "2026-03-01T" + clock(43200 + t) + "Z"; }));
  expectRight("zone.csv", with([&](double t) { return "2026-03-01 " + clock(43200 + t) + "+02:00"; }));
  expectRight("clock.csv", with([&](double t) { return clock(midnight + t); }));
  expectRight("german.csv", with([&](double t) {
                return (midnight + t < 86400 ? "31.12.2025 " : "01.01.2026 ") + clock(midnight + t);
              }));
  expectRight("american.csv", with([&](double t) {
                return (midnight + t < 86400 ? "1/2/2026 11:" : "1/3/2026 12:") +
                       clock(midnight + t).substr(3) + (midnight + t < 86400 ? " PM" : " AM");
              }));
  expectRight("epoch-s.csv", with([](double t) { return f(1772323200 + t, 3); }));
  expectRight("epoch-ms.csv", with([](double t) { return f(1772323200e3 + t * 1e3, 0); }));
  expectRight("epoch-us.csv", with([](double t) { return f(1772323200e6 + t * 1e6, 0); }));
  expectRight("epoch-ns.csv", with([](double t) {
                return std::to_string(1772323200000000000LL + static_cast<long long>(t * 1e9));
              }));
  TraceOptions rate;
  rate.rateHz = 100;
  expectRight("timeless.csv",
              table("Current (mA),Voltage (V)", [](const Sample& s) { return f(s.mA) + ",3"; }), rate);
  EXPECT_THAT(complaint("Current (mA),Voltage (V)\n1,3\n2,3\n"), HasSubstr("--rate"));
}

TEST(TraceTables, StampsCountUnlessThePersonSaysOtherwise) {
  for (const int hertz : {50, 100, 1000}) {
    expectRight("main.csv",
                table(
                    "Time(ms),Main(mA),Main Voltage(V),",
                    [](const Sample& s) { return f(s.seconds * 1000, 3) + "," + f(s.mA) + ",3.0,"; }, hertz));
    const PowerTrace trace = readTrace(test::scratch() / "main.csv");
    EXPECT_NEAR(trace.rateHz, hertz, 1e-3 * hertz);
    EXPECT_THAT(notes(trace), HasSubstr("not Monsoon's 5000 Hz"));
  }
  TraceOptions rate;
  rate.rateHz = 200;
  const PowerTrace trace = readTrace(write("given.csv", table(kPlain, kPlainLine)), rate);
  EXPECT_EQ(trace.rateHz, 200);
  EXPECT_THAT(notes(trace), HasSubstr("their stamps say 100"));
}

TEST(TraceTables, CoarseAndEqualStampsAreSpread) {
  for (const int hertz : {1700, 4000, 700}) {
    expectRight("millis.csv", table(
                                  "time_ms,current_mA,voltage_V",
                                  [](const Sample& s) {
                                    return f(std::floor(s.seconds * 1000 + 1e-6), 0) + "," + f(s.mA) + ",3.0";
                                  },
                                  hertz));
    const PowerTrace trace = readTrace(test::scratch() / "millis.csv");
    EXPECT_NEAR(trace.rateHz, hertz, 0.01 * hertz);
    if (hertz > 1000) {
      EXPECT_THAT(notes(trace), HasSubstr("evenly"));
    }
  }
}

TEST(TraceTables, OddHeadsAndEnds) {
  expectRight("index.csv", table("," + kPlain, [](const Sample& s) {
                return std::to_string(s.index) + "," + kPlainLine(s);
              }));
  expectRight("note.csv", table(kPlain + ",note", kPlainLine));
  expectRight("ends.csv", table(kPlain, [](const Sample& s) { return kPlainLine(s) + ","; }));
  expectRight("zeros.csv", table(kPlain, kPlainLine) + std::string(300, '\0'));
  expectRight("seconds.csv", table(
                                 "Time,Current (mA),Voltage (V)",
                                 [](const Sample& s) {
                                   return "12:00:0" + f(std::floor(s.seconds + 1e-9), 0) + "," + f(s.mA) +
                                          ",3.0";
                                 },
                                 50));
  EXPECT_THAT(complaint("# time,current,voltage\n0,1,3\n1,1,3\n"), HasSubstr("--time-unit"))
      << "not every head behind a mark is Joulescope's";
}

TEST(TraceTables, WhatIsBrokenIsLeftOutAndTold) {
  const std::string good = table(kPlain, kPlainLine);
  const auto row = [](int i) { return f(i / 100.0) + ",1.0000,3.000\n"; };
  const auto with = [&](int i, const std::string& line) {
    std::string text = good;
    return text.replace(text.find(row(i)), row(i).size(), line);
  };
  const auto told = [&](const std::string& text, const char* words) {
    expectRight("broken.csv", text);
    EXPECT_THAT(notes(readTrace(test::scratch() / "broken.csv")), HasSubstr(words));
  };
  told(good.substr(0, good.size() - 9), "cut");
  told(good.substr(0, good.size() - 3), "cut");
  told(with(50, "0.5000,nan,3.000\n"), "no figure");
  told(with(50, "0.5000,1e400,3.000\n"), "no figure");
  told(with(50, "0.5000,9.91E+37,3.000\n"), "no figure");
  told(with(50, "0.5000,OVL,3.000\n"), "no figure");
  told(with(50, "0.5#\xFF,zz\n"), "cannot be read");
  told(with(50, row(50) + kPlain + "\n"), "repeated");
  told(with(50, "0.4900,1.0,3.0\n"), "equal");
  told(with(50, row(50) + "0.4950,1.0,3.0\n"), "backwards");
  expectRight("no-end.csv", good.substr(0, good.size() - 1));
  EXPECT_THAT(notes(readTrace(test::scratch() / "no-end.csv")), testing::Not(HasSubstr("cut")));

  std::string half = "time_s,power_mW\n0,1\n1,nan\n2,nan\n3,5\n4,5\n";
  EXPECT_NEAR(readTrace(write("half.csv", half)).meanMw(), (1 + 7.0 / 3 + 11.0 / 3 + 5 + 5) / 5, 1e-5)
      << "a straight line";
  EXPECT_LT(
      readTrace(write("negative.csv", "time_s,current_mA,voltage_V\n0,-2,3\n1,-2,3\n2,-2,3\n")).meanMw(),
      -5.9);
}

TEST(TraceTables, ARestartJoinsWhatFollows) {
  const std::string text =
      "time_ms,power_mW\n0,5\n10,5\n20,5\n30,5\n40,5\n50,5\ntime_ms,power_mW\n0,5\n10,5\n20,5\n"
      "30,5\n40,5\n50,5\n";
  const PowerTrace trace = readTrace(write("restart.csv", text));
  EXPECT_EQ(trace.milliwatts.size(), 12u);
  EXPECT_NEAR(trace.rateHz, 100, 1);
  EXPECT_THAT(notes(trace), HasSubstr("begins anew"));
}

TEST(TraceTables, AHeadOfAnyLengthIsReadAtOnce) {
  const std::string brackets(1'000'000, '[');
  EXPECT_EQ(readHead(brackets).unit, "");
  EXPECT_EQ(readHead("current", brackets).unit, "");
  EXPECT_THROW(readTrace(write("brackets.csv", brackets), {}), base::Error);
}

TEST(TraceTables, TwoColumnsForOneRoleAreAskedFor) {
  const std::string two = table("time_s,CH1 Current (mA),CH2 Current (mA),voltage_V",
                                [](const Sample& s) { return f(s.seconds) + "," + f(s.mA) + ",7," + "3.0"; });
  const std::string message = complaint(two);
  EXPECT_THAT(message, HasSubstr("CH1 Current (mA)"));
  EXPECT_THAT(message, HasSubstr("CH2 Current (mA)"));
  EXPECT_THAT(message, HasSubstr("--column current="));
  TraceOptions options;
  options.current = "ch1 current (ma)";
  expectRight("two.csv", two, options);
  options.current = "2";
  expectRight("two.csv", two, options);
  options.current = "voltage_V";
  EXPECT_THAT(complaint(two, options), HasSubstr("two roles"));
  options.current = "CH9";
  EXPECT_THAT(complaint(two, options), HasSubstr("CH2 Current (mA)")) << "lists the columns";
  // Power that is stated needs neither.
  expectRight("power.csv", table("t (s),I1 (mA),I2 (mA),Power (mW)",
                                 [](const Sample& s) { return f(s.seconds) + ",1,2," + f(s.mA * 3); }));
}

TEST(TraceTables, OptionsCountInEveryFormatOrAreRefused) {
  const std::string bare =
      table("time,power", [](const Sample& s) { return f(s.seconds * 1000) + "," + f(s.mA * 3e3); });
  EXPECT_THAT(complaint(bare), testing::AllOf(HasSubstr("--time-unit"), HasSubstr("--power-unit")));
  TraceOptions units;
  units.timeUnit = "ms";
  units.powerUnit = "uW";
  expectRight("bare.csv", bare, units);
  const std::string plain = table(kPlain, kPlainLine);
  EXPECT_THAT(complaint(plain, units), HasSubstr("--power-unit"));
  units = {};
  units.timeUnit = "parsec";
  EXPECT_THAT(complaint(plain, units), HasSubstr("parsec"));
  units = volts(3);
  units.power = "current_mA";
  EXPECT_THAT(complaint(plain, units), HasSubstr("--voltage"));
  units.power = "";
  expectRight("constant.csv", plain, volts(2), 2);
  EXPECT_THAT(complaint(std::string("\xF1\0\0\0\0\0\0\0\0", 9), volts(3)), HasSubstr("--voltage"));
}

TEST(TraceTables, FiguresThatCannotBeToldAreRefused) {
  EXPECT_THAT(complaint("time_s;current_mA;voltage_V\n0;1.234,5;3\n1;1.234,5;3\n"), HasSubstr("thousands"));
  EXPECT_THAT(complaint("time_s\tcurrent_mA\tvoltage_V\n0.5\t1,234.5\t3\n1.5\t1,234.5\t3\n"),
              HasSubstr("thousands"));
  EXPECT_THAT(complaint("time_s,current_mA,voltage_V\n0,\"1,234\",3\n1,\"1,234\",3\n"),
              HasSubstr("thousand"));
  EXPECT_THAT(complaint("time_s,current_mA,voltage_V\n0,01,1,5,3,0\n0,02,1,5,3,0\n"),
              HasSubstr("semicolons"));
  EXPECT_THAT(complaint("time_s;power_mW\n0.5;1,5\n1.5;1,5\n"), HasSubstr("comma"));
}

TEST(TraceTables, TimesThatNoMeterTakesAreRefused) {
  for (const char* factor : {"e-300", "e-45", "e-11"}) {
    const std::string text = table(
        "Time (s),Power (mW)", [&](const Sample& s) { return std::to_string(s.index) + factor + ",3.5"; });
    try {
      readTrace(write("tiny.csv", text), {});
      ADD_FAILURE() << factor;
    } catch (const base::Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("less than 10 ns apart")) << factor;
    }
  }
}

TEST(TraceTables, PowerThatDisagreesIsTold) {
  const PowerTrace trace = readTrace(write(
      "disagrees.csv", "time_s,current_mA,voltage_V,power_mW\n0,10,3,0.03\n1,10,3,0.03\n2,10,3,0.03\n"));
  EXPECT_THAT(notes(trace), HasSubstr("are the units right?"));
}

TEST(TraceTables, TheReadingIsToldInWords) {
  const PowerTrace trace = readTrace(
      write("told.csv", table("Timestamp(ms),Current(uA)",
                              [](const Sample& s) { return f(s.seconds * 1000) + "," + f(s.mA * 1000); })),
      volts(3));
  EXPECT_EQ(trace.reading().english(),
            "Nordic Power Profiler Kit II, time \"Timestamp(ms)\" in ms, current \"Current(uA)\" in uA, "
            "supply of 3 V "
            "(given), 100 Hz by the time stamps");
}

}  // namespace
}  // namespace kinglet::energy
