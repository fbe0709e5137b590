// Kernels take small working arrays from the stack inside hot loops and write them before they read them.
[module: System.Runtime.CompilerServices.SkipLocalsInit]
