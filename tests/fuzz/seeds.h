// The first inputs of each fuzz target: small valid files, most of them by Kinglet's own writers, and hostile
// ones. Made anew each time, so that no file of bytes lies in the project.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace kinglet::fuzz {

// FOLDER/TARGET/NAME.
void put(const std::string& target, const std::string& name, std::string_view bytes);
// The same of an input in parts (reader.h).
std::string joined(const std::vector<std::string>& parts);

// A text cut in the middle, in Latin-1, in UTF-16, with escape sequences, with zero bytes, repeated.
void putWithHarm(const std::string& target, const std::string& name, const std::string& text);
// JSON: also nested 100,000 deep, each figure out of range, keys twice and missing.
void putJson(const std::string& target, const std::string& name, const std::string& json);

void putSounds();
void putTables();
void putTraces();
void putModels();
void putSpaces();

// main() of a program that makes some of them: its argument is the folder.
int makeSeeds(int count, char** arguments, std::initializer_list<void (*)()> makers);

}  // namespace kinglet::fuzz
