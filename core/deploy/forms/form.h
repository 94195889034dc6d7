// The forms in which firmware projects take C sources: a folder that the tool chain uses as it is.
#pragma once

#include <string>

#include "deploy/c_writer/c_export.h"

namespace kinglet::deploy {

// plain: sources and a Makefile in one folder. The others are a library of the tool chain of that name.
enum class Form { plain, arduino, zephyr, platformio, cmake };
inline constexpr int kForms = 5;

const char* toText(Form form);
Form formFrom(const std::string& text);  // throws base::Error listing the forms

// Plain sources (or sourceNames) in another form: moved to where it has them, with its own files added.
CSources inForm(CSources plain, Form form);

// Where a file of the plain sources stands in a form; empty where the form does without it.
std::string pathIn(Form form, const std::string& name, FileKind kind);

// Throws base::Error where the tool chain would not take a folder of this name.
void checkFolderName(Form form, const std::string& name);

}  // namespace kinglet::deploy
