// Messages as a study keeps them: {"text": PATTERN, "args": [...]}, an argument being a text, {"figure":
// TEXT} or a message. Private to study/.
#pragma once

#include <string>

#include "base/message.h"

namespace kinglet::study {

std::string messageToJson(const base::Message& message);  // "" for none
// What is no such JSON is a sentence of an older Kinglet's, and stays as it is.
base::Message messageFromJson(const std::string& stored);

}  // namespace kinglet::study
