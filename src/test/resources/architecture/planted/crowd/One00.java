package planted.crowd;

class One00 {}
