#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Why the system refused.
public enum SystemError {
  /// The meaning of a number left in `errno`; rare ones keep the system's own words.
  public static func wording(of code: Int32) -> Wording {
    let english = String(cString: strerror(code))
    return Wording(english, zh: chinese(code) ?? "系统报告“\(english)”")
  }

  private static func chinese(_ code: Int32) -> String? {
    switch code {
    case EACCES, EPERM: "没有权限"
    case ENOENT: "文件或文件夹不存在"
    case ENOTDIR: "路径中有一段不是文件夹"
    case EISDIR: "是文件夹"
    case EEXIST: "已存在"
    case ENOSPC: "磁盘空间不足"
    case EDQUOT: "超出磁盘配额"
    case EROFS: "文件系统只读"
    case EIO: "读写出错"
    case EBUSY, ETXTBSY: "正被使用"
    case EMFILE, ENFILE: "打开的文件过多"
    case ENAMETOOLONG: "文件名过长"
    case ELOOP: "符号链接循环"
    case EFBIG: "文件过大"
    case EXDEV: "不能跨文件系统改名"
    case ENXIO, ENODEV: "没有该设备"
    default: nil
    }
  }
}
