// Why a trial was stopped and what is doubtful of an energy, in the window's language: the engine gives its
// reasons in English.
#pragma once

#include <QString>
#include <string>

namespace kinglet::widgets {

// What is not known stays as it is.
QString reasonText(const std::string& reason);

}  // namespace kinglet::widgets
