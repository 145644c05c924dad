package planted.crowd;

class One01 {}
