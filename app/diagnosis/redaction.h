// What a report for others leaves out of texts.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "study/file/store.h"

namespace kinglet::app {

class Redaction {
 public:
  Redaction();  // of the home folder and the user's name

  // The study's classes, and the names of its sounds and their folders.
  void hideNamesOf(const study::StudyStore& study);
  void hideName(const std::string& name);  // a word or several
  void hideFile(const std::string& path);  // its name, with and without ending

  // Without what the log marks as coming from outside; the home folder is ~.
  std::string withoutMarked(std::string_view text) const;
  // And without all that was to be hidden, wherever it stands: for what may have escaped the marks.
  std::string of(std::string_view text) const;

 private:
  std::string home_;
  std::unordered_set<std::string> names_;
  std::unordered_set<std::string> files_;  // single words
};

}  // namespace kinglet::app
