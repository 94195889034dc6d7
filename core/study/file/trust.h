// Whether this user's Kinglet made a network. A study may come from anybody, and trying an export compiles
// and runs what is made from it: that needs the user's word where the network is not their own.
//
// A mark is a keyed digest of a network and its weights. The key is random, one a user, in
// ~/.local/share/kinglet/key ($XDG_DATA_HOME), readable by them alone; the mark is kept in the study. Whoever
// changes the network or its weights cannot make the mark anew; a copy of the file keeps it.
#pragma once

#include <string>
#include <string_view>

namespace kinglet::study {

// 64 hexadecimal digits; empty where there is no key and none can be made. input, network: as stored, JSON;
// weights: packed. Throws nothing but std::bad_alloc.
std::string trustMark(std::string_view input, std::string_view network, std::string_view weights);

}  // namespace kinglet::study
