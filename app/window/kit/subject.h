// Whose views a panel holds.
#pragma once

namespace kinglet::window {

// A property of a panel whose views all tell of one thing, "Candidate 12": what is saved of them says so.
constexpr const char* kSubjectProperty = "kingletSubject";

}  // namespace kinglet::window
