// The engine's messages in the window's language: their patterns are looked up in the context "engine" of
// translations/ (./dev translate takes them from the sources). Any thread.
#pragma once

#include <QString>
#include <exception>

#include "base/message.h"

namespace kinglet::widgets {

// A pattern without a translation stays English. Figures get the language's decimal point.
QString messageText(const base::Message& message);
// What a person can mend in the window's language; what another library says, as it says it.
QString errorText(const std::exception& error);

}  // namespace kinglet::widgets
