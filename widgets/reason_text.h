// Why a trial was stopped, in the window's language: the engine writes its reasons in English into the study.
#pragma once

#include <QString>
#include <string>

namespace kinglet::widgets {

// What is not known stays as it is.
QString reasonText(const std::string& reason);

}  // namespace kinglet::widgets
