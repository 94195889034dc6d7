// diagnosis/: what the program tells of itself when something went wrong: its facts and what it did for the
// log, and the report that a person may send to others. Needs no Qt; core/diagnosis/ holds the log itself.
#pragma once

#include <string>
#include <vector>

namespace kinglet::app {

struct Fact {
  std::string name, text;
};

// Of the program and the computer: version, compiler, processor, cores, memory, system, locale, and what
// addFact() added. Nothing of the user.
std::vector<Fact> aboutProgram();
void addFact(Fact fact);  // of the window: Qt's version; any thread

}  // namespace kinglet::app
