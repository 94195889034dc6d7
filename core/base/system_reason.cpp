#include "base/system_reason.h"

#include <cerrno>
#include <cstring>

namespace kinglet::base {

Message systemReason(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return Message("the disk is full; free some space and try again");
    case EACCES:
    case EPERM:
      return Message("no permission; choose another folder or change the permissions");
    case EROFS:
      return Message("it can only be read from, not written to; choose another folder");
    case ENOENT:
      return Message("there is no such file or folder");
    case EEXIST:
      return Message("there is something of that name already");
    case ENOTDIR:
      return Message("a part of the path is a file, not a folder");
    case EISDIR:
      return Message("it is a folder, not a file");
    case ENOTEMPTY:
      return Message("the folder is not empty");
    case ENAMETOOLONG:
      return Message("the name is too long");
    case ELOOP:
      return Message("its links go round in a circle");
    case EMFILE:
    case ENFILE:
      return Message("too many files are open; close other programs and try again");
    case ENOMEM:
      return Message("there is not enough memory; close other programs and try again");
    case EIO:
      return Message("the disk or the connection to it is faulty");
    case EBUSY:
      return Message("something else is using it");
    default:
      break;
  }
  // Without the language of the desktop; the C library of Debian has it.
  const char* words = ::strerrordesc_np(error);
  return words ? Message::stored("%1", {words}) : Message("error %1 of the system", error);
}

Message systemReason(const std::error_code& error) {
  const bool ofSystem =
      error.category() == std::system_category() || error.category() == std::generic_category();
  return ofSystem ? systemReason(error.value()) : Message::stored("%1", {error.message()});
}

}  // namespace kinglet::base
